// node supercluster.js FOLDER POINTS: how long npm's supercluster (in FOLDER/node_modules) takes to index the points, in milliseconds.
// POINTS: longitude and latitude of each, as doubles. Reading them and making features of them is not counted.
'use strict'
const fs = require('node:fs')
const path = require('node:path')

const [folder, file] = process.argv.slice(2)
// The bundle for browsers, with everything in it: its package calls itself a module, so that require() finds no constructor in it.
const bundle = { exports: {} }
new Function('module', 'exports', fs.readFileSync(path.join(folder, 'node_modules/supercluster/dist/supercluster.js'), 'utf8'))(bundle, bundle.exports)
const Supercluster = bundle.exports
const bytes = fs.readFileSync(file)
const numbers = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8)
const features = []
for (let n = 0; n < numbers.length; n += 2) {
    features.push({ type: 'Feature', properties: null, geometry: { type: 'Point', coordinates: [numbers[n], numbers[n + 1]] } })
}
const index = new Supercluster({ radius: 64, extent: 256, maxZoom: 16 })
const from = process.hrtime.bigint()
index.load(features)
console.log(Number(process.hrtime.bigint() - from) / 1e6)
