namespace Gatehouse.Interop.Tests.Compatibility;

public sealed class MatrixPageTests
{
    [Fact]
    public void The_page_says_what_the_data_says() =>
        Assert.Equal(MatrixPage.Render(MatrixFile.Read(), ProviderFile.Read()), File.ReadAllText(MatrixFile.PagePath));

    [Fact]
    public void No_committed_run_at_a_provider_failed() =>
        Assert.All(ProviderFile.Read(), run => Assert.True(run.Passed));

    [Fact]
    public void No_committed_cell_is_a_failure() =>
        Assert.DoesNotContain(
            MatrixFile.Read().SelectMany(row => row.Steps.Values),
            cell => cell.Result == StepResult.Failed
        );
}
