using Gatehouse.DemoCloud.Activity;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Sharing;

/// <summary>Writes into the activities of people what is shared, and what no longer is.</summary>
internal sealed class ShareNews(ActivityApp activity, PersonDirectory people)
{
    public async Task SharedAsync(Person me, Share share, CancellationToken cancellationToken)
    {
        if (WordOf(share) is not { } word)
        {
            return;
        }

        await activity.AddAsync(me, $"shared_{word}", share.FileId, share.With, cancellationToken);
        foreach (var person in share.Places.Keys.Select(people.Find).OfType<Person>())
        {
            await activity.AddAsync(person, "got", share.FileId, me.Id, cancellationToken);
        }
    }

    public Task EndedAsync(Person me, Share share, CancellationToken cancellationToken) =>
        WordOf(share) is { } word
            ? activity.AddAsync(me, $"unshared_{word}", share.FileId, share.With, cancellationToken)
            : Task.CompletedTask;

    private static string? WordOf(Share share) =>
        share.Kind switch
        {
            ShareKind.User => "user",
            ShareKind.Group => "group",
            ShareKind.Link => "link",
            _ => null,
        };
}
