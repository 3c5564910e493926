using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.Testing.Sites;

/// <summary>How a <see cref="Site"/> differs from the usual one.</summary>
public sealed class SiteOptions
{
    /// <summary>The configured origin. It need not be where the site listens: clients of a test find it by any name.</summary>
    public string PublicUrl { get; init; } = "https://mcp.example.com";

    /// <summary>A SQLite file; null keeps everything in memory.</summary>
    public string? Database { get; init; }

    /// <summary>Its clock, where two sites share one.</summary>
    public FakeTimeProvider Time { get; init; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    /// <summary>Another clock in place of <see cref="Time"/>, for what has to run by the real one.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>The master key, where a site has to open what another one sealed.</summary>
    public string MasterKey { get; init; } = Convert.ToBase64String(new byte[32]);

    /// <summary>Runs the tasks of the background by the clock; without it a test runs each when it means to.</summary>
    public bool Background { get; init; }

    /// <summary>Changes the options.</summary>
    public Action<GatehouseOptions>? Gatehouse { get; init; }

    /// <summary>Changes the services, last of all.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Maps the resource; null maps an endpoint that takes every method and counts.</summary>
    public Action<WebApplication>? Resource { get; init; }
}
