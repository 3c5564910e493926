namespace Gatehouse.Testing.Providers;

/// <summary>What happens to a person at the provider.</summary>
public enum SignInMode
{
    /// <summary>Signed in there already: the browser goes straight back.</summary>
    Approve,

    /// <summary>A page asks for a name (<see cref="ProviderPerson.UserName"/>) and shows the buttons "Sign in" and "Deny".</summary>
    Ask,

    /// <summary>The person says no.</summary>
    Deny,
}
