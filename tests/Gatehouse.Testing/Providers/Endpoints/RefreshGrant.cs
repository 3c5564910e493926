namespace Gatehouse.Testing.Providers.Endpoints;

/// <summary>RFC 6749 §6.</summary>
internal static class RefreshGrant
{
    public static ProviderAnswer Answer(ProviderCall call, ProviderClient client)
    {
        var (engine, quirks) = (call.Engine, call.Quirks);
        if (engine.Faults.RefreshError is { } planned)
        {
            return call.Refuse(planned);
        }

        if (
            !engine.Grants.TryFindRefreshToken(call["refresh_token"], out var issued)
            || issued.Grant.ClientId != client.Id
        )
        {
            return call.Refuse(quirks.Errors.DeadRefreshToken);
        }

        var grant = issued.Grant;
        if (quirks.Refresh == RefreshRule.SingleUse)
        {
            if (issued.IsSpent)
            {
                grant.IsDead = true;
                return call.Refuse(quirks.Errors.DeadRefreshToken);
            }

            issued.IsSpent = true;
        }

        var next =
            quirks.Refresh == RefreshRule.Stays
                ? null
                : engine.Grants.NewRefreshToken(grant, quirks.TokenAnswer.RefreshPrefix);
        return TokenEndpoint.Success(call, grant, next, quirks.TokenAnswer.RefreshBringsIdToken);
    }
}
