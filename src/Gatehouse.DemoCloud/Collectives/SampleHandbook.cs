using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Collectives;

/// <summary>What alice and bob wrote down for the workshop.</summary>
internal static class SampleHandbook
{
    public static async Task WriteAsync(CollectiveLibrary library, Person alice, CancellationToken cancellationToken)
    {
        var handbook = await library.CreateAsync(alice, "Workshop handbook", "🪚", cancellationToken);
        var landing = library.State.PagesOf(handbook.Id, trashed: false).First();
        var safety = await library.AddPageAsync(
            alice,
            handbook,
            landing,
            "Safety",
            "# Safety\n\n- Ear protection from the planer on\n- The band saw is switched off **before** the door is opened\n- First aid: red box beside the sink\n",
            cancellationToken
        );
        var finish = await library.AddPageAsync(
            alice,
            handbook,
            landing,
            "Oiling and finishing",
            "# Oiling and finishing\n\n1. Sand to 240\n2. First coat, wait 20 minutes, wipe off\n3. Second coat on the next day\n",
            cancellationToken
        );
        var tag = await library.AddTagAsync(handbook, "everybody", "00679e", cancellationToken);
        _ = await library.SaveAsync(safety with { Emoji = "🦺", Tags = [tag.Id] }, cancellationToken);
        _ = await library.AddPageAsync(
            alice,
            handbook,
            finish,
            "Oils we use",
            "# Oils we use\n\nLinseed for outdoors, tung for table tops.\n",
            cancellationToken
        );
    }
}
