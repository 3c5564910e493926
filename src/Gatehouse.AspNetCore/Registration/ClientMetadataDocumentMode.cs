namespace Gatehouse.AspNetCore.Registration;

/// <summary>Whether clients may be known by their metadata documents.</summary>
public enum ClientMetadataDocumentMode
{
    /// <summary>When the server finds, by one request at its start, that it has a way out to the internet.</summary>
    Auto,

    /// <summary>Always.</summary>
    On,

    /// <summary>Never: nothing is fetched, and such clients are unknown.</summary>
    Off,
}
