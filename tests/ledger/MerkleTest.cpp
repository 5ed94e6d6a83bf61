#include "ledger/MerkleProof.h"

#include <QTest>

using namespace casebound;

namespace {

/// The leaves of the RFC 6962 reference tests.
const std::array<QByteArray, 8> inputs{QByteArray::fromHex(""),
                                       QByteArray::fromHex("00"),
                                       QByteArray::fromHex("10"),
                                       QByteArray::fromHex("2021"),
                                       QByteArray::fromHex("3031"),
                                       QByteArray::fromHex("40414243"),
                                       QByteArray::fromHex("5051525354555657"),
                                       QByteArray::fromHex("606162636465666768696a6b6c6d6e6f")};

Hash hash(const char* hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex);
    Hash made{};
    std::ranges::copy(bytes, reinterpret_cast<char*>(made.data()));
    return made;
}

/// MTH as RFC 6962 section 2.1 defines it, with none of the code under test but the two hash functions.
Hash naive(std::span<const Hash> leaves)
{
    if (leaves.empty())
        return sha256({});
    if (leaves.size() == 1)
        return leaves[0];
    std::size_t k = 1;
    while (k * 2 < leaves.size())
        k *= 2;
    return nodeHash(naive(leaves.first(k)), naive(leaves.subspan(k)));
}

SubtreeReader readerOf(const std::vector<Hash>& leaves)
{
    return [&leaves](unsigned level, std::uint64_t index) {
        return naive(std::span(leaves).subspan(index << level, std::uint64_t{1} << level));
    };
}

std::vector<Hash> numbered(std::size_t count)
{
    std::vector<Hash> leaves;
    for (std::size_t i = 0; i < count; ++i)
        leaves.push_back(leafHash(QByteArray::number(i)));
    return leaves;
}

} // namespace

class MerkleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rootsMatchTheReferenceVectors()
    {
        const std::array expected{"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
        MerkleTree tree;
        QCOMPARE(tree.root(), hash("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            QVERIFY(!tree.add(leafHash(inputs[i])));
            QCOMPARE(tree.root(), hash(expected[i]));
            QCOMPARE(tree.size(), i + 1);
        }
    }

    void proofsMatchTheReferenceVectors()
    {
        std::vector<Hash> leaves;
        for (const QByteArray& input : inputs)
            leaves.push_back(leafHash(input));
        const SubtreeReader read = readerOf(leaves);
        QCOMPARE(inclusionProof(0, 8, read), (Proof{hash("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"),
                                                    hash("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
                                                    hash("6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")}));
        QCOMPARE(inclusionProof(2, 3, read), (Proof{hash("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")}));
        QCOMPARE(consistencyProof(6, 8, read), (Proof{hash("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"),
                                                      hash("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
                                                      hash("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")}));
    }

    void everySmallProofHoldsAndNothingElseDoes()
    {
        constexpr std::size_t most = 40;
        const std::vector<Hash> leaves = numbered(most);
        const SubtreeReader read = readerOf(leaves);
        for (std::size_t size = 1; size <= most; ++size) {
            const Hash root = naive(std::span(leaves).first(size));
            QCOMPARE(rootOf(size, read), root);
            for (std::size_t index = 0; index < size; ++index) {
                Proof proof = inclusionProof(index, size, read);
                QVERIFY(verifyInclusion(leaves[index], index, size, proof, root));
                QVERIFY(!verifyInclusion(leaves[(index + 1) % most], index, size, proof, root));
                QVERIFY(!verifyInclusion(leaves[index], index + 1, size, proof, root));
                QVERIFY(!verifyInclusion(leaves[index], index, size, proof, naive(std::span(leaves).first(size - 1))));
                proof.push_back(root);
                QVERIFY(!verifyInclusion(leaves[index], index, size, proof, root));
            }
            for (std::size_t older = 0; older <= size; ++older) {
                const Hash olderRoot = naive(std::span(leaves).first(older));
                Proof proof = consistencyProof(older, size, read);
                QVERIFY(verifyConsistency(older, olderRoot, size, root, proof));
                if (older == 0 || older == size)
                    continue;
                QVERIFY(!verifyConsistency(older, root, size, root, proof));
                QVERIFY(!verifyConsistency(older, olderRoot, size, olderRoot, proof));
                proof.back()[0] ^= 1;
                QVERIFY(!verifyConsistency(older, olderRoot, size, root, proof));
                proof.pop_back();
                QVERIFY(!verifyConsistency(older, olderRoot, size, root, proof));
            }
        }
    }

    void restoresFromChunkRootsAndTail()
    {
        const std::vector<Hash> leaves = numbered(1'100);
        MerkleTree tree;
        std::vector<Hash> chunks;
        for (std::size_t i = 0; i < leaves.size(); ++i) {
            const auto chunk = tree.add(leaves[i]);
            QCOMPARE(chunk.has_value(), (i + 1) % MerkleTree::chunk == 0);
            if (chunk) {
                QCOMPARE(*chunk, naive(std::span(leaves).subspan(i + 1 - MerkleTree::chunk, MerkleTree::chunk)));
                chunks.push_back(*chunk);
            }
            if (i % 97 == 0 || (i + 1) % MerkleTree::chunk == 0) {
                const MerkleTree again =
                    MerkleTree::restore(chunks, std::span(leaves).first(i + 1).subspan(chunks.size() * MerkleTree::chunk));
                QCOMPARE(again.size(), tree.size());
                QCOMPARE(again.root(), tree.root());
                QCOMPARE(again.root(), naive(std::span(leaves).first(i + 1)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(MerkleTest)
#include "MerkleTest.moc"
