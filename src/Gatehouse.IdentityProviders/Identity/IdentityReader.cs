using System.Diagnostics.CodeAnalysis;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Identity;

/// <summary>Reads who the person is from what a provider says.</summary>
/// <param name="facts">Which claims say it.</param>
/// <param name="issuer">The provider as configured: the half of a person's key that no token can change.</param>
internal sealed class IdentityReader(IdentityFacts facts, string issuer)
{
    /// <summary>OpenID Connect Core 1.0 §2: <c>sub</c> has at most 255 characters.</summary>
    private const int LongestPart = 255;

    /// <summary>The person; false when a claim that names them for ever is missing or unusable.</summary>
    public bool TryRead(
        Claims claims,
        [NotNullWhen(true)] out Person? person,
        [NotNullWhen(false)] out string? missingClaim
    )
    {
        missingClaim = facts.Subject.FirstOrDefault(name => !IsUsable(claims.Text(name)));
        if (missingClaim is not null)
        {
            person = null;
            return false;
        }

        var subject = Join([.. facts.Subject.Select(name => claims.Text(name)!)]);
        var name =
            facts
                .DisplayName.Select(claim => DisplayName.Of(claims.Text(claim)))
                .FirstOrDefault(text => text is not null)
            ?? DisplayName.Of(claims.FirstText(facts.UserName))
            ?? DisplayName.Of(subject)
            ?? "a person without a name";
        person = new Person(issuer, subject, name);
        return true;
    }

    /// <summary>
    /// One claim as it is. Several with dots between, and dots of their own (and the sign that writes them) escaped:
    /// otherwise "a.b" and "c" would be the same person as "a" and "b.c".
    /// </summary>
    private static string Join(string[] parts) =>
        parts is [var only]
            ? only
            : string.Join(
                '.',
                parts.Select(part =>
                    part.Replace("%", "%25", StringComparison.Ordinal).Replace(".", "%2E", StringComparison.Ordinal)
                )
            );

    private static bool IsUsable(string? part) =>
        part is { Length: > 0 and <= LongestPart } && !part.Any(char.IsControl) && part.Any(c => c != ' ');
}
