namespace Gatehouse.Testing.Providers;

/// <summary>What a provider does with RFC 8707's <c>resource</c>.</summary>
public enum ResourceRule
{
    /// <summary>Nothing.</summary>
    Ignored,

    /// <summary>Any sign of it is an error.</summary>
    Refused,

    /// <summary>It becomes the audience, whatever it is.</summary>
    Binds,

    /// <summary>It becomes the audience when it is known, and is an error otherwise.</summary>
    BindsKnown,

    /// <summary>The same, but the parameter is called <c>audience</c>, and <c>resource</c> is ignored.</summary>
    AudienceBindsKnown,
}
