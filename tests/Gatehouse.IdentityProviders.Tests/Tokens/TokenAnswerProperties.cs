using System.Text;
using FsCheck.Xunit;
using Gatehouse.IdentityProviders.Tokens;
using Gatehouse.IdentityProviders.Transport;

namespace Gatehouse.IdentityProviders.Tests.Tokens;

public sealed class TokenAnswerProperties
{
    private static readonly string[] Pieces =
    [
        "{",
        "}",
        "[",
        "]",
        "\"",
        ":",
        ",",
        "\\u",
        "d800",
        "\\ud83d",
        "null",
        "true",
        "1e999",
        "-0",
        "access_token",
        "error",
        "expires_in",
        "scope",
        "&",
        "=",
        "%",
        "%zz",
        "+",
        "<",
        "\0",
        "\uFEFF",
        "\r\n",
        " ",
        "{\"access_token\":\"at\"",
        "\"error\":{\"code\":",
        "access_token=at",
        "error=x",
    ];

    [Property(MaxTest = 2000)]
    public void No_bytes_make_the_reader_throw(byte[] body, int status) => Read(body, status);

    [Property(MaxTest = 5000)]
    public void No_text_of_its_own_alphabet_makes_the_reader_throw(byte[] choice, int status) =>
        Read(Encoding.UTF8.GetBytes(string.Concat(choice.Select(one => Pieces[one % Pieces.Length]))), status);

    [Property(MaxTest = 2000)]
    public void Cutting_a_good_answer_anywhere_makes_the_reader_throw_nothing(byte at, byte changed)
    {
        var body = Encoding.UTF8.GetBytes(
            """{"access_token":"at","expires_in":"3600","scope":["a"],"error_codes":[1],"error":{"message":"m\u00e9"}}"""
        );
        Read(body[..(at % body.Length)], 200);
        body[at % body.Length] = changed;
        Read(body, 400);
    }

    private static void Read(byte[] body, int status)
    {
        var (tokens, error) = TokenAnswerReader.Read(new ProviderAnswer { Status = status, Body = body });

        Assert.False(tokens is not null && error is not null);
        Assert.False(tokens is not null && tokens.AccessToken.Reveal().Any(letter => letter is < ' ' or > '~'));
    }
}
