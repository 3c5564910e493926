using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using Gatehouse.IdentityProviders.Discovery;
using Gatehouse.IdentityProviders.Identity;
using Gatehouse.IdentityProviders.Identity.IdTokens;
using Gatehouse.IdentityProviders.ResourceServer;

namespace Gatehouse.IdentityProviders.Tests.Identity;

/// <summary>Whatever a provider or a stranger writes, reading it throws nothing.</summary>
public sealed class ReadingProperties
{
    private static readonly string[] Names = ["alg", "kid", "aud", "sub", "exp", "a", "a.b", "active"];

    private static readonly string[] Pieces =
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "{\"a\":",
        "{\"a\":{\"b\":",
        "\"aud\":",
        "\"sub\":",
        "\"exp\":",
        "\"\\ud800\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud800\":",
        "\"x\"",
        "\"x\":",
        "1",
        "1e999",
        "null",
        "true",
        "\uFEFF",
        " ",
    ];

    // JSON that is well-formed, with a text at every place where one can be.
    private static readonly string[] Forms =
    [
        "{\"alg\":#,\"kid\":#}",
        "{\"aud\":#,\"sub\":#,\"exp\":#}",
        "{\"aud\":[#,#],\"a\":{\"b\":#}}",
        "{#:1}",
        "{\"a\":{#:1}}",
        "{\"a\":[{#:1,\"x\":2}]}",
        "[#]",
    ];

    [Property(MaxTest = 2000)]
    public void No_bytes_make_a_reader_throw(byte[] bytes) => Read(bytes);

    [Property(MaxTest = 5000)]
    public void No_text_of_its_own_alphabet_makes_a_reader_throw(byte[] choice) =>
        Read(Encoding.UTF8.GetBytes(string.Concat(choice.Select(one => Pieces[one % Pieces.Length]))));

    [Property(MaxTest = 2000)]
    public void No_bytes_in_a_text_make_a_reader_throw(byte[] text, byte form) => ReadWith(text, form);

    // From U+D000 on, so that every other one is half a pair.
    [Property(MaxTest = 2000)]
    public void No_escape_in_a_text_makes_a_reader_throw(byte high, byte low, byte form) =>
        ReadWith(Encoding.ASCII.GetBytes($"\\ud{high % 16:x}{low:x2}"), form);

    [Property(MaxTest = 2000)]
    public void No_token_makes_its_reader_throw(string? text) => ReadToken(text ?? "");

    private static void ReadWith(byte[] text, byte form)
    {
        List<byte> json = [];
        foreach (var letter in Encoding.ASCII.GetBytes(Forms[form % Forms.Length]))
        {
            json.AddRange(letter == '#' ? [.. "\""u8, .. text, .. "\""u8] : [letter]);
        }

        Read([.. json]);
    }

    private static void Read(byte[] bytes)
    {
        var part = Base64Url.EncodeToString(bytes);
        ReadToken($"{part}.e30.x");
        ReadToken($"e30.{part}.x");
        ReadToken($"{part}.{part}.x");
        if (TokenPayload.Parse(bytes) is { } payload)
        {
            ReadAll(payload);
        }

        if (DocumentMembers.Read(bytes, orList: true) is { ValueKind: JsonValueKind.Array } list)
        {
            ReadAll(Claims.Of(list));
        }
    }

    private static void ReadToken(string text)
    {
        if (SignedJwt.Read(text) is not { } token)
        {
            return;
        }

        Assert.True(token.Algorithm is not "" && token.KeyId is not "");
        ReadAll(Claims.Of(token.Header));
        ReadAll(Claims.Of(token.Payload));
        foreach (var name in Names)
        {
            Assert.True(IsUnicode(token.Claim(name) ?? ""));
        }

        var expected = new IdTokenExpectation
        {
            ClientId = ForgedToken.ClientId,
            Facts = KnownProviders.Find("entra")!,
            ConfiguredIssuer = ForgedToken.Issuer,
            MetadataIssuer = ForgedToken.Issuer,
            Nonce = ForgedToken.Nonce,
            Now = ForgedToken.Now,
        };
        Assert.NotNull(IdTokenValidator.Check(token, expected));
        Assert.NotNull(AudienceRule.Check(token, expected));
    }

    private static void ReadAll(Claims claims)
    {
        foreach (var name in Names)
        {
            Assert.All(claims.Values(name).Append(claims.Text(name) ?? ""), text => Assert.True(IsUnicode(text)));
            _ = claims.Time(name);
        }
    }

    private static bool IsUnicode(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
}
