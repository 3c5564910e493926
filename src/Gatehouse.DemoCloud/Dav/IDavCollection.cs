namespace Gatehouse.DemoCloud.Dav;

/// <summary>A tree of its own below <c>/remote.php/dav/</c>, such as <c>files</c> or <c>calendars</c>.</summary>
internal interface IDavCollection
{
    /// <summary>The first segment of its paths.</summary>
    string Segment { get; }

    /// <summary>What it says in the DAV header: <see cref="DavFeatures"/>.</summary>
    string Features { get; }

    /// <summary>Answers, or gives the error to answer with. The caller is known; OPTIONS never comes here.</summary>
    Task<DavError?> HandleAsync(DavCall call, CancellationToken cancellationToken);
}
