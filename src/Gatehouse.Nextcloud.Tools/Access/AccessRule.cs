using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>What a tool, resource or prompt needs, read from what it declares. Whatever declares nothing is allowed to nobody.</summary>
internal static class AccessRule
{
    public static bool IsDeclared(IMcpServerPrimitive primitive) =>
        primitive.Metadata.Any(m => m is RequiresScopeAttribute or AlwaysAllowedAttribute);

    /// <summary>The scopes it needs, all of them; none when it needs none or declares nothing.</summary>
    public static IReadOnlyList<string> ScopesOf(IMcpServerPrimitive primitive) =>
        [.. primitive.Metadata.OfType<RequiresScopeAttribute>().Select(m => m.Scope).Distinct(StringComparer.Ordinal)];

    public static bool Allows(IMcpServerPrimitive? primitive, GrantedScopes granted) =>
        primitive is not null
        && IsDeclared(primitive)
        && primitive.Metadata.OfType<RequiresScopeAttribute>().All(required => granted.Allows(required.Scope));

    /// <summary>The first scope it needs and was not granted.</summary>
    public static string? MissingOf(IMcpServerPrimitive primitive, GrantedScopes granted) =>
        ScopesOf(primitive).FirstOrDefault(scope => !granted.Allows(scope));
}
