using System.Globalization;
using System.Text.Json.Nodes;

namespace Gatehouse.Testing.Providers.Tokens;

/// <summary>What templates of claims can name, beside what every template can.</summary>
internal static class TokenWords
{
    public static Dictionary<string, JsonNode?> Of(ProviderEngine engine, ProviderGrant grant)
    {
        var person = grant.Person;
        var words = engine.Words(person.Tenant ?? grant.Tenant);
        words["clientId"] = grant.ClientId;
        words["sub"] = person.Subject;
        words["userName"] = person.UserName;
        words["name"] = person.Name;
        words["email"] = person.Email;
        words["emailVerified"] = person.EmailVerified;
        words["groups"] = person.HasTooManyGroups ? null : Array(person.Groups);
        words["roles"] = Array(person.Roles);
        words["organizations"] = Array(person.Organizations);
        words["hostedDomain"] = person.Tenant;
        words["number"] = long.TryParse(person.Subject, CultureInfo.InvariantCulture, out var number) ? number : null;
        words["scope"] = string.Join(' ', grant.Scopes);
        words["scopes"] = Array(grant.Scopes);
        words["shortScope"] = string.Join(
            ' ',
            grant.Scopes.Where(scope => scope.Contains('/', StringComparison.Ordinal)).Select(Short)
        );
        words["authTime"] = grant.AuthenticatedAt;
        words["now"] = engine.Now;
        words["jti"] = ProviderGrants.Random(length: 22);
        return words;
    }

    // The part behind the resource, as Microsoft writes scopes into tokens.
    private static string Short(string scope) => scope[(scope.LastIndexOf('/') + 1)..];

    private static JsonArray Array(IReadOnlyList<string> texts) =>
        new([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]);
}
