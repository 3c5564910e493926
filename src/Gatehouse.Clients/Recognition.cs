namespace Gatehouse.Clients;

/// <summary>A client that was recognised.</summary>
/// <param name="Client">Which.</param>
/// <param name="By">By what.</param>
public sealed record Recognition(KnownClient Client, Evidence By)
{
    /// <summary>True when nobody else could have shown it; everything else is a claim.</summary>
    public bool IsProof => By is Evidence.MetadataDocument or Evidence.WebRedirect;
}
