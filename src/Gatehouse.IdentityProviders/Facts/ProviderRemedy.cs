namespace Gatehouse.IdentityProviders.Facts;

/// <summary>Who can do something about an error.</summary>
public enum ProviderRemedy
{
    /// <summary>The person signs in again.</summary>
    SignInAgain,

    /// <summary>Time: the provider is in trouble.</summary>
    TryLater,

    /// <summary>The operator, in the provider's settings or in ours.</summary>
    AskOperator,

    /// <summary>Nobody: the person or an administrator said no.</summary>
    Denied,
}
