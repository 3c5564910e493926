using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;

namespace Gatehouse.DemoCloud.Hosting;

/// <summary>
/// A small cloud that answers as a Nextcloud 32 would: Login Flow v2 with its pages, app passwords, OCS, Notes and WebDAV files. It runs
/// in this process on its own loopback port and knows the people of its options only.
/// </summary>
public sealed class DemoCloudServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DemoCloudState state;

    private DemoCloudServer(WebApplication app, DemoCloudState state, string basePath)
    {
        this.app = app;
        this.state = state;
        var addresses = app
            .Services.GetRequiredService<IServer>()
            .Features.GetRequiredFeature<IServerAddressesFeature>();
        Address = addresses.Addresses.First().TrimEnd('/') + basePath;
    }

    /// <summary>Base URL with the base path, without a trailing slash, e.g. <c>http://127.0.0.1:41234/nextcloud</c>.</summary>
    public string Address { get; }

    /// <summary>Switches that make it misbehave.</summary>
    public DemoCloudFaults Faults => state.Faults;

    /// <summary>What was asked of it.</summary>
    public DemoCloudRequestLog Requests => state.Requests;

    /// <summary>Starts one; it listens when this returns.</summary>
    /// <exception cref="ArgumentException">An option is wrong; the message names it and says what is right.</exception>
    /// <exception cref="IOException">The port is taken or the data folder cannot be used.</exception>
    public static async Task<DemoCloudServer> StartAsync(DemoCloudOptions options, CancellationToken cancellationToken)
    {
        var endpoint = DemoCloudOptionsRules.Check(options);
        var loaded = await DemoCloudState.LoadAsync(options, cancellationToken);
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ApplicationName = "Gatehouse.DemoCloud" }
        );
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.AllowSynchronousIO = false;
                kestrel.Limits.MaxRequestBodySize = options.MaxUploadBytes;
                kestrel.Listen(endpoint);
            });
        _ = builder.Services.AddRoutingCore().AddSingleton<IHostLifetime, EmbeddedLifetime>();
        var built = builder.Build();
        DemoCloudPipeline.Build(built, options, loaded);
        try
        {
            await built.StartAsync(cancellationToken);
        }
        catch
        {
            await built.DisposeAsync();
            loaded.Dispose();
            throw;
        }

        var server = new DemoCloudServer(built, loaded, options.BasePath);
        loaded.Announcement.Url = options.AnnouncedUrl?.TrimEnd('/') ?? server.Address;
        return server;
    }

    /// <summary>Kills the app passwords of one person, as revoking all devices in the security settings does.</summary>
    public Task RevokeAppPasswordsAsync(string user, CancellationToken cancellationToken) =>
        Person(user).AppPasswords.RevokeAllAsync(cancellationToken);

    /// <summary>Makes an app password without a browser, as an administrator could. Returns its secret.</summary>
    public Task<string> CreateAppPasswordAsync(string user, string name, CancellationToken cancellationToken) =>
        Person(user).AppPasswords.CreateAsync(name, cancellationToken);

    /// <summary>
    /// Tells one person something, as an administrator can; <c>{user}</c> in the subject stands for the person <paramref name="about"/>.
    /// </summary>
    public Task NotifyAsync(
        string user,
        string subject,
        string message,
        string? about,
        CancellationToken cancellationToken
    ) =>
        state.Apps.Notifications.AddAsync(
            Person(user).Id,
            new("admin_notifications", subject, message, "", "admin_notifications", "6b045999", about),
            cancellationToken
        );

    /// <summary>Names of the app passwords (devices) a person has now: the User-Agent of the client that asked.</summary>
    public IReadOnlyList<string> AppPasswordNames(string user) =>
        [.. Person(user).AppPasswords.All.Select(appPassword => appPassword.Name)];

    /// <summary>Forgets the failed sign-ins that the brute-force protection counts.</summary>
    public void ForgetFailedSignIns() => state.Attempts.Forget();

    /// <summary>Stops listening; answers under way are finished.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => app.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        state.Faults.Clear();
        await app.DisposeAsync();
        state.Dispose();
    }

    private Person Person(string user) =>
        state.People.Find(user)
        ?? throw new ArgumentException(
            $"'{user}' is nobody here; the people are {string.Join(", ", state.People.All.Select(person => person.Id))}.",
            nameof(user)
        );
}
