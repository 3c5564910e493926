namespace Gatehouse.IdentityProviders.Upstream;

/// <summary>Why a credential could not be renewed, until it is tried again.</summary>
internal sealed record FailedRenewal(UpstreamAnswer.Failed Answer, DateTimeOffset Until);
