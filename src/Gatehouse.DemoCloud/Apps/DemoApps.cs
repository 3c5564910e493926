using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Notes;

namespace Gatehouse.DemoCloud.Apps;

/// <summary>The apps of a cloud, in the order of its navigation.</summary>
internal sealed class DemoApps
{
    private readonly DemoCloudFaults faults;
    private readonly IReadOnlyList<IDemoApp> all;

    private DemoApps(DemoCloudFaults faults, IReadOnlyList<IDemoApp> all)
    {
        this.faults = faults;
        this.all = all;
    }

    /// <summary>Those that are not switched off.</summary>
    public IEnumerable<IDemoApp> Enabled => all.Where(app => !faults.IsAppDisabled(app.Id));

    /// <summary>The search providers of the apps that are not switched off.</summary>
    public IEnumerable<IDemoSearch> Searches =>
        all.OfType<IDemoSearch>().Where(search => !faults.IsAppDisabled(search.AppId)).OrderBy(search => search.Order);

    /// <summary>Makes them all; each new app is a line here.</summary>
    public static Task<DemoApps> LoadAsync(DemoAppContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(
            new DemoApps(context.Faults, [new FilesApp(), new NotesApp(context.Faults, context.Time)])
        );
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var app in all)
        {
            app.Map(routes);
        }
    }
}
