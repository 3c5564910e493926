namespace Gatehouse.IdentityProviders.Doctor.Checks;

/// <summary>Whether it gives something to stay signed in with. Clients stay signed in without it; what is done upstream as the person needs it.</summary>
internal sealed class RefreshCheck : IProviderCheck
{
    private const string Name = "refresh";

    public IEnumerable<Finding> Look(Evidence evidence)
    {
        var facts = evidence.Facts;
        var grants = evidence.Texts("grant_types_supported");
        var scopes = evidence.Texts("scopes_supported");
        if (!facts.Refresh.AreGiven)
        {
            yield return new Finding(Name, FindingLevel.Good, "It gives no refresh tokens; what it gives has no end.");
        }
        else if (evidence.Metadata is null)
        {
            yield break;
        }
        else if (grants is not null && !grants.Contains("refresh_token"))
        {
            yield return new Finding(Name, FindingLevel.Note, "It does not offer refresh tokens.")
            {
                Fix =
                    "Allow the grant refresh_token at the provider if the server behind is to act as the person there (\"upstream\"); to sign people in it is not needed.",
            };
        }
        else if (facts.Scopes.Offline is not { } offline)
        {
            yield return new Finding(Name, FindingLevel.Good, "Refresh tokens come without a scope for them.");
        }
        else if (scopes is not null && !scopes.Contains(offline))
        {
            yield return new Finding(
                Name,
                FindingLevel.Note,
                $"It does not list the scope {offline}, which is therefore not asked for."
            )
            {
                Fix =
                    $"Add {offline} at the provider if the server behind is to act as the person there (\"upstream\"); to sign people in it is not needed.",
            };
        }
        else
        {
            yield return new Finding(Name, FindingLevel.Good, $"Refresh tokens come with the scope {offline}.");
        }
    }
}
