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
    }
}
