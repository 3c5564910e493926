using Gatehouse.DemoCloud.Hosting;

namespace Gatehouse.Bench.Servers;

/// <summary>The demo cloud in a process of its own, with its alice, who has something of everything, and ten people more.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="Passwords">App passwords by person.</param>
internal sealed record BenchCloud(string Url, IReadOnlyDictionary<string, string> Passwords)
{
    public const string PersonHeader = "X-Bench-Person";
    public const string Alice = "alice";
    public const int People = 10;

    private const string File = "cloud";

    public static string Person(int number) => $"person{number % People}";

    /// <summary>Serves it until standard input ends.</summary>
    public static async Task<int> RunAsync(string url, string folder)
    {
        var options = new DemoCloudOptions { Urls = url };
        foreach (var number in Enumerable.Range(0, People))
        {
            options.People.Add(new DemoCloudPerson(Person(number), "bench", $"Person {number}"));
        }

        await using var cloud = await DemoCloudServer.StartAsync(options, CancellationToken.None);
        var lines = new List<string> { cloud.Address };
        foreach (var person in options.People)
        {
            lines.Add($"{person.Id} {await cloud.CreateAppPasswordAsync(person.Id, "bench", CancellationToken.None)}");
        }

        await System.IO.File.WriteAllLinesAsync(Path.Combine(folder, File), lines);
        await Console.In.ReadToEndAsync();
        return 0;
    }

    /// <summary>Where it is and who is there; it has been written once the cloud answers.</summary>
    public static BenchCloud Read(string folder)
    {
        var lines = System.IO.File.ReadAllLines(Path.Combine(folder, File));
        return new(
            lines[0],
            lines[1..].Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => parts[1])
        );
    }
}
