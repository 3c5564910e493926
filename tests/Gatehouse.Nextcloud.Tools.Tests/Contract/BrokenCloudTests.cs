namespace Gatehouse.Nextcloud.Tools.Tests.Contract;

/// <summary>A cloud that is not one at present: a page of a proxy, half an answer, none, or one without end.</summary>
public sealed class BrokenCloudTests(ExampleHost host) : IClassFixture<ExampleHost>
{
    public static TheoryData<string> Tools => ToolExamples.Tools;

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task A_broken_cloud_is_said_and_nothing_more_is_written(string tool) =>
        FaultyCloud.AssertNothing(await new FaultyCloud(host).TryAsync(tool, (_, _) => BrokenClouds.All));
}
