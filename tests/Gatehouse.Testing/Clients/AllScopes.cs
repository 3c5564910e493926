using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Testing.Clients;

/// <summary>What a person grants who leaves every switch on.</summary>
public static class AllScopes
{
    /// <summary>All scopes of the tools but some, in the order and form in which a token answer names them.</summary>
    public static string But(params string[] missing) =>
        string.Join(
            ' ',
            NextcloudHostingExtensions
                .Scopes.Select(scope => scope.Scope.Value)
                .Except(missing, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
}
