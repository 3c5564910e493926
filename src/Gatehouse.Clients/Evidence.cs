namespace Gatehouse.Clients;

/// <summary>What a client was recognised by, the strongest first.</summary>
public enum Evidence
{
    /// <summary>Its identifier is the address of its document: only the owner of that domain can publish there.</summary>
    MetadataDocument,

    /// <summary>The answer goes to its own web address: whoever asked, nobody else gets it.</summary>
    WebRedirect,

    /// <summary>It calls itself so; anybody can.</summary>
    ClientName,

    /// <summary>The answer goes to an app of that scheme; any program may have claimed it.</summary>
    PrivateScheme,

    /// <summary>The answer goes to the port and path it uses; any program may listen there.</summary>
    Loopback,

    /// <summary>Its User-Agent; anybody can send it.</summary>
    UserAgent,
}
