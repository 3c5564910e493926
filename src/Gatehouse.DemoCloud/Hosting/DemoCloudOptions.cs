namespace Gatehouse.DemoCloud.Hosting;

/// <summary>What a demo cloud is started with.</summary>
public sealed class DemoCloudOptions
{
    /// <summary>One loopback address, e.g. <c>http://127.0.0.1:0</c> (port 0 takes a free one). Anything else is refused.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:0";

    /// <summary>Path the cloud lives under, e.g. <c>/nextcloud</c>; empty for the root.</summary>
    public string BasePath { get; set; } = "";

    /// <summary>
    /// Address the cloud announces in Login Flow answers, as <c>overwrite.cli.url</c> does in the real one;
    /// <see langword="null"/> announces its own. A wrong one is how tests meet a misconfigured cloud.
    /// </summary>
    public string? AnnouncedUrl { get; set; }

    /// <summary>Who has an account.</summary>
    public IList<DemoCloudPerson> People { get; } =
    [new("alice", "alice", "Alice Example"), new("bob", "bob", "Bob Example")];

    /// <summary>Whether new homes hold sample notes and files; <see langword="false"/> leaves them empty.</summary>
    public bool SampleData { get; set; } = true;

    /// <summary>Folder that keeps app passwords, notes and files over a restart; <see langword="null"/> keeps all in memory.</summary>
    public string? DataFolder { get; set; }

    /// <summary>Largest request body in bytes (also the largest file).</summary>
    public long MaxUploadBytes { get; set; } = 100 * 1024 * 1024;

    /// <summary>Failed sign-ins from one address within 30 minutes before everybody there gets 429, as <c>auth.bruteforce.protection</c>.</summary>
    public int MaxFailedSignIns { get; set; } = 10;

    /// <summary>The clock of expiry, throttling and timestamps.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
