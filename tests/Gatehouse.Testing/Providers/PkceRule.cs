namespace Gatehouse.Testing.Providers;

/// <summary>What a provider does with RFC 7636.</summary>
public enum PkceRule
{
    /// <summary>Checked where a challenge was sent.</summary>
    Optional,

    /// <summary>Nothing goes without one.</summary>
    Required,

    /// <summary>Neither kept nor checked.</summary>
    Ignored,
}
