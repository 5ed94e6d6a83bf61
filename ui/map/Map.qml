// One map for every page: tiles behind a transparent QtLocation Map, reads in front of it. The Map knows no network (itemsoverlay).
pragma ComponentBehavior: Bound

import QtLocation
import QtPositioning
import QtQuick

Item {
    id: root

    required property string accessibleName
    required property string accessibleDescription
    required property color ring // round the map while it has the keyboard
    required property int panStep // pixels
    readonly property real zoom: map.zoomLevel
    readonly property real latitude: map.center.latitude
    readonly property real longitude: map.center.longitude
    readonly property bool hasFocus: map.activeFocus

    signal nextRead
    signal previousRead
    signal openRead
    signal listReads
    signal fitReads
    signal tapped(real x, real y, bool twice)

    function look(latitude: real, longitude: real, zoom: real) {
        map.zoomLevel = zoom
        map.center = QtPositioning.coordinate(latitude, longitude)
    }

    function step(levels: real, x: real, y: real) {
        const at = Qt.point(x, y)
        const place = map.toCoordinate(at, false)
        const zoom = Math.max(map.minimumZoomLevel, Math.min(map.maximumZoomLevel, Math.round(map.zoomLevel + levels)))
        map.zoomLevel = zoom
        map.alignCoordinateToPoint(place, at)
    }

    function takeFocus() {
        map.forceActiveFocus(Qt.OtherFocusReason)
    }

    TileLayer {
        objectName: "tiles"
        anchors.fill: parent
        latitude: map.center.latitude
        longitude: map.center.longitude
        zoom: map.zoomLevel
    }

    Map {
        id: map

        objectName: "map"
        anchors.fill: parent
        plugin: Plugin {
            name: "itemsoverlay"
        }
        color: "transparent"
        maximumTilt: 0
        minimumZoomLevel: 1
        maximumZoomLevel: 19
        copyrightsVisible: false
        focus: true
        activeFocusOnTab: true
        Accessible.role: Accessible.Graphic
        Accessible.name: root.accessibleName
        Accessible.description: root.accessibleDescription
        Accessible.focusable: true
        Accessible.onPressAction: root.openRead()

        Keys.onPressed: event => {
            const far = event.modifiers & Qt.ShiftModifier ? 4 : 1
            if (event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier))
                return
            event.accepted = true
            switch (event.key) {
            case Qt.Key_Left: map.pan(-root.panStep * far, 0); break
            case Qt.Key_Right: map.pan(root.panStep * far, 0); break
            case Qt.Key_Up: map.pan(0, -root.panStep * far); break
            case Qt.Key_Down: map.pan(0, root.panStep * far); break
            case Qt.Key_Plus:
            case Qt.Key_Equal: root.step(1, width / 2, height / 2); break
            case Qt.Key_Minus: root.step(-1, width / 2, height / 2); break
            case Qt.Key_0: root.fitReads(); break
            case Qt.Key_N: root.nextRead(); break
            case Qt.Key_P: root.previousRead(); break
            case Qt.Key_L: root.listReads(); break
            case Qt.Key_Return:
            case Qt.Key_Enter: root.openRead(); break
            default: event.accepted = false
            }
        }

        DragHandler {
            target: null
            onTranslationChanged: delta => map.pan(-delta.x, -delta.y)
        }
        WheelHandler {
            property real turned: 0

            acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
            onWheel: event => {
                turned += event.angleDelta.y
                const levels = turned > 0 ? Math.floor(turned / 120) : Math.ceil(turned / 120)
                turned -= levels * 120
                if (levels !== 0)
                    root.step(levels, event.x, event.y)
            }
        }
        PinchHandler {
            target: null
            onScaleChanged: delta => {
                map.zoomLevel += Math.log2(delta)
            }
        }
        TapHandler {
            onTapped: (point, button) => {
                map.forceActiveFocus(Qt.MouseFocusReason)
                root.tapped(point.position.x, point.position.y, tapCount > 1)
            }
        }
    }

    ReadLayer {
        objectName: "reads"
        anchors.fill: parent
        latitude: map.center.latitude
        longitude: map.center.longitude
        zoom: map.zoomLevel
    }

    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.color: root.ring
        border.width: 2
        visible: map.activeFocus
    }
}
