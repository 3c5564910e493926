namespace Gatehouse.OAuth.Authorization;

/// <summary>OpenID Connect Core §3.1.2.1, as far as it matters where a page is nearly always shown.</summary>
internal enum Prompt
{
    /// <summary>The client leaves it to us.</summary>
    AsNeeded,

    /// <summary><c>consent</c>, <c>select_account</c> or <c>login</c>: a page, whatever was remembered.</summary>
    Always,

    /// <summary><c>none</c>: no page at all.</summary>
    Never,
}
