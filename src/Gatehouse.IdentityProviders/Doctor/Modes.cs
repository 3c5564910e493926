using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Doctor;

/// <summary>Which ways to use a provider fit what was seen.</summary>
internal static class Modes
{
    public static IReadOnlyList<ModeVerdict> Of(Evidence evidence, bool isUsable) =>
        [Broker(evidence, isUsable), ResourceServer(evidence, isUsable), Exchange(evidence, isUsable)];

    private static ModeVerdict Broker(Evidence evidence, bool isUsable) =>
        new(
            "broker",
            isUsable,
            !isUsable ? "Not before the problems above are solved."
                : evidence.Facts.Protocol == ProviderProtocol.NextcloudLoginFlow
                    ? "People sign in by Login Flow v2; nothing is registered."
                : "People sign in there, clients get tokens of this server."
        );

    private static ModeVerdict ResourceServer(Evidence evidence, bool isUsable)
    {
        var tokens = evidence.Facts.AccessTokens;
        if (tokens.Unprovable is { } reason)
        {
            return new ModeVerdict("resource-server", Fits: false, reason);
        }

        if (!isUsable || (evidence.Text("jwks_uri") is null && evidence.Text("introspection_endpoint") is null))
        {
            return new ModeVerdict("resource-server", Fits: false, "Not before the problems above are solved.");
        }

        var settings = tokens.Audiences.Concat(tokens.Required.Values).SelectMany(Template.Names).Distinct().ToList();
        return new ModeVerdict(
            "resource-server",
            Fits: true,
            settings.Count == 0
                ? "Only with tokens that name this server in aud; see that the provider writes it there."
                : $"Only with tokens that name {string.Join(" or ", settings)}, or this server, as whom they are for."
        );
    }

    private static ModeVerdict Exchange(Evidence evidence, bool isUsable)
    {
        var form = evidence.Facts.Exchange;
        var (grant, upstream) =
            form == ExchangeForm.OnBehalfOf
                ? ("urn:ietf:params:oauth:grant-type:jwt-bearer", "on-behalf-of")
                : ("urn:ietf:params:oauth:grant-type:token-exchange", "exchange");
        var grants = evidence.Texts("grant_types_supported");
        return form == ExchangeForm.None
                ? new ModeVerdict("exchange", Fits: false, "It exchanges no tokens for another resource.")
            : !isUsable ? new ModeVerdict("exchange", Fits: false, "Not before the problems above are solved.")
            : grants is not null && !grants.Contains(grant)
                ? new ModeVerdict("exchange", Fits: false, $"It does not list the grant {grant}.")
            : new ModeVerdict(
                "exchange",
                Fits: true,
                grants is null
                    ? $"With \"upstream\": \"{upstream}\"; it does not list its grants, so that a try must show it."
                    : $"With \"upstream\": \"{upstream}\"."
            );
    }
}
