namespace Gatehouse.OAuth.Registration;

/// <summary>The ways a client becomes known.</summary>
public enum ClientOrigin
{
    /// <summary>Written into the configuration by the operator.</summary>
    Configured,

    /// <summary>RFC 7591: it registered itself.</summary>
    Dynamic,

    /// <summary>Its identifier is the address of a client ID metadata document.</summary>
    Document,
}
