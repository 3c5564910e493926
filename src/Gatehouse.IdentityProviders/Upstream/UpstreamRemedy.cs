namespace Gatehouse.IdentityProviders.Upstream;

/// <summary>Who can do something about a missing token.</summary>
public enum UpstreamRemedy
{
    /// <summary>Time: the provider does not answer.</summary>
    TryAgain,

    /// <summary>The person, by signing in anew in the client.</summary>
    SignInAgain,

    /// <summary>The operator, in the configuration here or at the provider.</summary>
    AskOperator,
}
