using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Hosting;

namespace Gatehouse.DemoCloud.People;

/// <summary>One account with what belongs to it.</summary>
internal sealed class Person(DemoCloudPerson account, AppPasswords appPasswords, Home home) : IDisposable
{
    private long lastLogin;

    public string Id => account.Id;

    public DemoCloudPerson Account => account;

    public AppPasswords AppPasswords => appPasswords;

    public Home Home => home;

    /// <summary>Chunked uploads on their way: a folder for each, the chunks in it.</summary>
    public required Home Uploads { get; init; }

    public long FirstLogin { get; private set; }

    public long LastLogin => Volatile.Read(ref lastLogin);

    public void LoggedIn(long now)
    {
        FirstLogin = FirstLogin == 0 ? now : FirstLogin;
        Volatile.Write(ref lastLogin, now);
    }

    public void Dispose()
    {
        appPasswords.Dispose();
        home.Dispose();
        Uploads.Dispose();
    }
}
