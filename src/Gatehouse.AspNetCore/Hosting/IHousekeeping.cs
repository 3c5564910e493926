namespace Gatehouse.AspNetCore.Hosting;

/// <summary>Something to do now and then, in the background.</summary>
internal interface IHousekeeping
{
    /// <summary>The pause between two runs.</summary>
    TimeSpan Interval { get; }

    /// <summary>Does it once.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
