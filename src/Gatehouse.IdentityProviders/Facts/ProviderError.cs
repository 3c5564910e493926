namespace Gatehouse.IdentityProviders.Facts;

/// <summary>What one error of a provider means.</summary>
/// <param name="Code">The value of <c>error</c>, or a part of the description that names it for sure, such as <c>AADSTS65001</c>.</param>
/// <param name="Remedy">Who can do something about it.</param>
/// <param name="Meaning">What happened, for the person.</param>
/// <param name="Fix">What to do, for whoever <paramref name="Remedy"/> names.</param>
public sealed record ProviderError(string Code, ProviderRemedy Remedy, string Meaning, string Fix);
