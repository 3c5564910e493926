using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Samples;

/// <summary>Fills a new home: alice and bob get their own lives, anybody else a welcome.</summary>
internal static class SampleHomes
{
    private const int SecondsPerDay = 24 * 60 * 60;

    public static async Task FillAsync(Home home, CancellationToken cancellationToken)
    {
        foreach (var file in FilesOf(home.Owner))
        {
            await AddAsync(home, file, cancellationToken);
        }
    }

    private static IReadOnlyList<SampleFile> FilesOf(string owner) =>
        owner switch
        {
            "alice" => AliceHome.Files,
            "bob" => BobHome.Files,
            _ =>
            [
                SampleFile.Of(
                    "Notes/Welcome.md",
                    1,
                    "# Welcome\n\nThis home is empty. Ask your assistant to write a note.\n"
                ),
            ],
        };

    private static async Task AddAsync(Home home, SampleFile file, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream(file.Bytes);
        var content = await home.Contents.WriteAsync(bytes, file.Bytes.Length, cancellationToken);
        var path = FilePath.Parse(file.Path);
        _ = await home.ChangeAsync(
            tree =>
            {
                var stamps = home.Stamps;
                var folders = path.Ancestors.Reverse().Where(folder => tree.Find(folder) is null);
                var grown = folders.Aggregate(tree, (next, folder) => next.With(stamps.NewFolder(folder), stamps));
                var node = stamps.Written(
                    tree.Find(path),
                    path,
                    content!,
                    stamps.Now - ((long)file.DaysOld * SecondsPerDay)
                ) with
                {
                    Favorite = file.IsFavorite,
                };
                grown = grown.With(node, stamps);
                return new Changed<bool>(file.IsDeleted ? grown.Delete(path, stamps) : grown, true);
            },
            cancellationToken
        );
    }
}
