using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Authentication;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.LoginFlow;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Storage;

/// <summary>Everything a running cloud knows.</summary>
internal sealed class DemoCloudState : IDisposable
{
    private DemoCloudState(DemoCloudOptions options, Instance instance, PersonDirectory people)
    {
        Instance = instance;
        People = people;
        Time = options.TimeProvider;
        Attempts = new SignInAttempts(Time, options.MaxFailedSignIns);
        Sessions = new Sessions(Time, instance);
        Flows = new Flows(Time);
        Authenticator = new Authenticator(people, Sessions, Attempts, Faults, Time);
    }

    public Instance Instance { get; }

    public PersonDirectory People { get; }

    public TimeProvider Time { get; }

    public DemoCloudFaults Faults { get; } = new();

    public DemoCloudRequestLog Requests { get; } = new();

    public Announcement Announcement { get; } = new();

    public SignInAttempts Attempts { get; }

    public Sessions Sessions { get; }

    public Flows Flows { get; }

    public Authenticator Authenticator { get; }

    public DemoApps Apps { get; private set; } = null!;

    public static async Task<DemoCloudState> LoadAsync(DemoCloudOptions options, CancellationToken cancellationToken)
    {
        var store = DemoCloudStore.For(options);
        var state = new DemoCloudState(
            options,
            await store.InstanceAsync(cancellationToken),
            await store.PeopleAsync(options, cancellationToken)
        );
        var context = new DemoAppContext(
            state.People,
            state.Time,
            state.Faults,
            state.Announcement,
            store.Apps,
            options.SampleData
        );
        state.Apps = await DemoApps.LoadAsync(context, cancellationToken);
        return state;
    }

    public void Dispose() => People.Dispose();
}
