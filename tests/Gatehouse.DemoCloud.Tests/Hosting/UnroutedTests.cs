using System.Net;

namespace Gatehouse.DemoCloud.Tests.Hosting;

/// <summary>What no route answers.</summary>
public sealed class UnroutedTests : DemoCloudTest
{
    [Theory]
    [InlineData("/ocs/v2.php/cloud/user?format=json", "application/json; charset=utf-8")]
    [InlineData("/ocs/v1.php/cloud/user?format=json", "application/json; charset=utf-8")]
    [InlineData("/ocs/v2.php/cloud/user?format=xml", "application/xml; charset=utf-8")]
    public async Task A_wrong_method_of_OCS_is_empty_and_of_the_type_that_was_asked_for(string path, string type)
    {
        using var answer = await Alice.SendAsync("PATCH", path);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
        Assert.Empty(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_unknown_route_of_OCS_asks_first_who_it_is()
    {
        var unknown = await Alice.JsonAsync("GET", "/ocs/v2.php/apps/nope", status: 404);
        var refused = await ClientOf().JsonAsync("GET", "/ocs/v2.php/apps/nope", status: 401);

        Assert.Equal(998, (int)unknown["ocs"]!["meta"]!["statuscode"]!);
        Assert.Equal(997, (int)refused["ocs"]!["meta"]!["statuscode"]!);
    }
}
