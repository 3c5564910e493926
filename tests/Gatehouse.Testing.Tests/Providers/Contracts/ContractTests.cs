using Gatehouse.DemoCloud.Hosting;

namespace Gatehouse.Testing.Tests.Providers.Contracts;

/// <summary>Holds the simulated providers to what is written down of the real ones.</summary>
public sealed class ContractTests
{
    private const int Vectors = 57;
    private const string LoginFlow = "nextcloudLoginFlow2";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Keys =>
        [.. ContractVector.All.Where(vector => vector.Provider != LoginFlow).Select(vector => vector.Key)];

    public static TheoryData<string> KeysOfLoginFlow =>
        [.. ContractVector.All.Where(vector => vector.Provider == LoginFlow).Select(vector => vector.Key)];

    [Fact]
    public void No_vector_was_lost() =>
        Assert.Equal(Vectors, ContractVector.All.Select(vector => vector.Key).Distinct().Count());

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_simulated_provider_answers_as_its_contract_says(string key)
    {
        var vector = ContractVector.All.First(one => one.Key == key);
        await using var play = await ContractPlay.StartAsync(vector);

        using var answer = await play.SendAsync(Stop);

        await play.CheckAsync(answer, Stop);
    }

    [Theory]
    [MemberData(nameof(KeysOfLoginFlow))]
    public async Task The_demo_cloud_answers_as_the_contract_of_Login_Flow_says(string key)
    {
        var vector = ContractVector.All.First(one => one.Key == key);
        await using var cloud = await DemoCloudServer.StartAsync(new DemoCloudOptions(), Stop);
        using var play = new LoginFlowPlay(vector, cloud.Address);

        await play.PlayAsync(Stop);
    }
}
