using Gatehouse.DemoCloud.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Testing.Hosts;

/// <summary>How a <see cref="GatehouseHost"/> differs from the demo.</summary>
public sealed class GatehouseHostOptions
{
    /// <summary>Keeps everything in SQLite in place of memory.</summary>
    public bool Sqlite { get; set; }

    /// <summary>The port it listens on, where it must be known before; null for any.</summary>
    public int? Port { get; set; }

    /// <summary>The clock of Gatehouse and of the cloud; null for the real one.</summary>
    public TimeProvider? Time { get; set; }

    /// <summary>Changes the options after those of the demo were set.</summary>
    public Action<GatehouseOptions>? Gatehouse { get; set; }

    /// <summary>Changes the options after those of the demo were set.</summary>
    public Action<NextcloudOptions>? Nextcloud { get; set; }

    /// <summary>Changes the options of the cloud before it starts.</summary>
    public Action<DemoCloudOptions>? Cloud { get; set; }

    /// <summary>Changes the MCP server, after Nextcloud's tools were added.</summary>
    public Action<IMcpServerBuilder>? Mcp { get; set; }

    /// <summary>Adds or replaces services, last of all.</summary>
    public Action<IServiceCollection>? Services { get; set; }

    /// <summary>Maps more, after everything of Gatehouse.</summary>
    public Action<WebApplication>? Map { get; set; }
}
