using System.Security.Cryptography;
using System.Text;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.OAuth.Tests.Tokens;

public sealed class SuccessorSealTests
{
    private readonly RefreshToken predecessor = RefreshToken.New();
    private readonly RefreshToken successor = RefreshToken.New();

    [Fact]
    public void Whoever_shows_the_predecessor_gets_the_same_successor()
    {
        var box = SuccessorSeal.Seal(predecessor, successor);

        Assert.Equal(successor, SuccessorSeal.Open(RefreshToken.From(predecessor.Reveal()), box));
        Assert.Equal(successor, SuccessorSeal.Open(predecessor, box));
    }

    [Fact]
    public void Neither_another_token_nor_the_stored_hash_opens_it()
    {
        var box = SuccessorSeal.Seal(predecessor, successor);

        Assert.ThrowsAny<CryptographicException>(() => SuccessorSeal.Open(successor, box));
        Assert.ThrowsAny<CryptographicException>(() => SuccessorSeal.Open(RefreshToken.New(), box));
        Assert.ThrowsAny<CryptographicException>(() =>
            SuccessorSeal.Open(RefreshToken.From(predecessor.Hash.Value), box)
        );
    }

    [Fact]
    public void A_changed_bit_anywhere_is_noticed()
    {
        var box = SuccessorSeal.Seal(predecessor, successor);

        for (var i = 0; i < box.Length; i++)
        {
            byte[] changed = [.. box];
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => SuccessorSeal.Open(predecessor, changed));
        }
    }

    [Fact]
    public void Two_seals_of_the_same_token_differ_and_neither_holds_it_in_clear()
    {
        var first = SuccessorSeal.Seal(predecessor, successor);

        Assert.NotEqual(first, SuccessorSeal.Seal(predecessor, successor));
        Assert.Equal(-1, first.AsSpan().IndexOf(Encoding.ASCII.GetBytes(successor.Reveal()[..8])));
    }
}
