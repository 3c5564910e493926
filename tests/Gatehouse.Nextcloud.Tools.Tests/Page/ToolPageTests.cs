using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Gatehouse.Testing.Recordings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Tests.Page;

public sealed class ToolPageTests
{
    private static McpServerOptions Server { get; } =
        McpHost.Build().Services.GetRequiredService<IOptions<McpServerOptions>>().Value;

    private static HashSet<string> Names { get; } = [.. Server.ToolCollection!.Select(tool => tool.ProtocolTool.Name)];

    public static TheoryData<string> Others => [.. OtherTools.All.Select(other => other.Name)];

    [Fact]
    public async Task The_page_says_what_the_tools_are()
    {
        var file = RecordingFolder.InTests("../docs/nextcloud-tools.md");
        var page = ToolPage.Write(
            [.. Server.ToolCollection!],
            [.. Server.ResourceCollection ?? []],
            [.. Server.PromptCollection ?? []]
        );
        if (Environment.GetEnvironmentVariable("GATEHOUSE_TEST_MATRIX_WRITE") == "true")
            await File.WriteAllTextAsync(file, page, TestContext.Current.CancellationToken);

        var written = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.True(
            page == written,
            "docs/nextcloud-tools.md is not what the tools are. Run ./test --write, or GATEHOUSE_TEST_MATRIX_WRITE=true with this test."
        );
    }

    [Fact]
    public void All_tools_of_the_other_server_are_there_once()
    {
        Assert.Equal(169, OtherTools.All.Count);
        Assert.Equal(169, OtherTools.All.Select(other => other.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void A_tool_of_the_other_server_has_one_here_or_a_reason(string name)
    {
        var other = OtherTools.All.Single(one => one.Name == name);

        Assert.True(other.Ours.Length > 0 || other.Remark.Length > 20, $"{name} has neither");
        Assert.All(other.Ours, ours => Assert.True(Names.Contains(ours), $"{name}: there is no tool {ours} here"));
    }
}
