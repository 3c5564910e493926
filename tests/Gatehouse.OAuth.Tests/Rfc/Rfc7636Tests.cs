namespace Gatehouse.OAuth.Tests.Rfc;

/// <summary>RFC 7636: Proof Key for Code Exchange.</summary>
public sealed class Rfc7636Tests
{
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    [Fact]
    public void Appendix_B_verifier_gives_the_challenge_of_appendix_B() =>
        Assert.Equal(Sample.Challenge, CodeVerifier.Parse(Verifier).Value.Challenge.Value);

    [Fact]
    public void Appendix_B_hash_gives_the_challenge_of_appendix_B()
    {
        // The octets of the hash as appendix B prints them.
        byte[] hash =
        [
            19,
            211,
            30,
            150,
            26,
            26,
            216,
            236,
            47,
            22,
            177,
            12,
            76,
            152,
            46,
            8,
            118,
            168,
            120,
            173,
            109,
            241,
            68,
            86,
            110,
            225,
            137,
            74,
            203,
            112,
            249,
            195,
        ];

        Assert.Equal(Sample.Challenge, CodeChallenge.FromHash(hash).Value);
    }

    [Fact]
    public void Section_4_6_the_challenge_is_answered_by_its_verifier_only()
    {
        var challenge = CodeChallenge.Parse(Sample.Challenge, "S256").Value;

        Assert.True(challenge.IsAnsweredBy(CodeVerifier.Parse(Verifier).Value));
        Assert.False(challenge.IsAnsweredBy(CodeVerifier.Parse(Verifier.ToUpperInvariant()).Value));
        Assert.False(challenge.IsAnsweredBy(CodeVerifier.Parse(Verifier + "a").Value));
        Assert.False(challenge.IsAnsweredBy(CodeVerifier.Parse(Sample.Challenge).Value));
    }

    [Theory]
    [InlineData(42, false)]
    [InlineData(43, true)]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void Section_4_1_a_verifier_is_43_to_128_characters_long(int length, bool valid) =>
        Assert.Equal(valid, CodeVerifier.Parse(new string('~', length)).Error is null);

    [Theory]
    [InlineData('+')]
    [InlineData('/')]
    [InlineData('=')]
    [InlineData(' ')]
    [InlineData('%')]
    [InlineData('ä')]
    [InlineData('\0')]
    public void Section_4_1_a_verifier_is_of_unreserved_characters(char foreign) =>
        Assert.Equal(OAuthErrorCodes.InvalidGrant, CodeVerifier.Parse(new string('a', 50) + foreign).Error?.Code);

    [Theory]
    [InlineData("plain")]
    [InlineData("s256")]
    [InlineData("S512")]
    [InlineData("[\"S256\"]")]
    [InlineData(null)]
    public void Section_4_3_a_method_other_than_S256_is_refused_even_by_omission(string? method) =>
        Assert.Equal(OAuthErrorCodes.InvalidRequest, CodeChallenge.Parse(Sample.Challenge, method).Error?.Code);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c")]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=")]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c=")]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c ")]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-A ")]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM")]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw/cM")]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw\ncM")]
    public void Section_4_2_a_challenge_is_the_base64url_of_32_bytes(string? challenge) =>
        Assert.Equal(OAuthErrorCodes.InvalidRequest, CodeChallenge.Parse(challenge, "S256").Error?.Code);

    [Fact]
    public void A_fresh_verifier_is_well_formed_and_never_the_same_twice()
    {
        var first = CodeVerifier.New();

        Assert.Equal(first, CodeVerifier.Parse(first.Reveal()).Value);
        Assert.NotEqual(first, CodeVerifier.New());
    }
}
