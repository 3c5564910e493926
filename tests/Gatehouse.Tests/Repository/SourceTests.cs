using System.Text.RegularExpressions;

namespace Gatehouse.Tests.Repository;

public sealed partial class SourceTests
{
    [Fact]
    public void No_source_file_is_longer_than_400_lines() => Assert.Empty(LongerThan("src", 400));

    [Fact]
    public void No_test_file_is_longer_than_600_lines() => Assert.Empty(LongerThan("tests", 600));

    [Fact]
    public void Source_files_are_short_on_the_whole()
    {
        var lengths = Checkout
            .Sources("src")
            .Select(file => File.ReadLines(Path.Combine(Checkout.Root, file)).Count())
            .Order()
            .ToList();

        Assert.InRange(lengths[lengths.Count / 2], 1, 50);
    }

    [Fact]
    public void Nothing_is_left_for_later_in_the_sources() =>
        Assert.DoesNotContain(Checkout.Sources("src"), file => LeftForLater().IsMatch(Checkout.Read(file)));

    [Fact]
    public void No_folder_is_called_after_what_it_does_not_say() =>
        Assert.DoesNotContain(
            Checkout.Sources("src"),
            file =>
                file.Split('/')
                    .Any(part => part is "Helpers" or "Utils" or "Utilities" or "Managers" or "Models" or "Common")
        );

    [Fact]
    public void No_pragma_hides_a_warning() =>
        Assert.DoesNotContain(
            Checkout.Sources("src"),
            file => Checkout.Read(file).Contains("#pragma", StringComparison.Ordinal)
        );

    private static IEnumerable<string> LongerThan(string folder, int lines) =>
        Checkout.Sources(folder).Where(file => File.ReadLines(Path.Combine(Checkout.Root, file)).Count() > lines);

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex LeftForLater();
}
