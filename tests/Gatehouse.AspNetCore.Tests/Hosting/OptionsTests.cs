using System.Globalization;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.OAuth;
using Gatehouse.Testing.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gatehouse.AspNetCore.Tests.Hosting;

public sealed class OptionsTests
{
    [Fact]
    public void Every_problem_is_reported_at_once_with_its_key()
    {
        var options = new GatehouseOptions
        {
            PublicUrl = "http://mcp.example.com",
            ResourcePath = "mcp/",
            AccessTokenLifetime = TimeSpan.FromSeconds(1),
            RefreshTokenLifetime = TimeSpan.Zero,
            RefreshGraceWindow = TimeSpan.FromSeconds(-1),
            MaximumOpenSignIns = 0,
            MaximumConcurrentStarts = 0,
            MasterKey = "short",
        };
        options.AllowedOrigins.Add("inspector");
        options.ClientMetadataDocuments = (ClientMetadataDocumentMode)(-1);
        options.AllowedClientDomains.Add("*.example.com");
        options.DeniedClientDomains.Add("localhost");
        options.Clients.Add(new ConfiguredClient { Id = "" });
        options.Clients.Add(new ConfiguredClient { Id = "a", RedirectUris = { "javascript:alert(1)" } });
        options.Clients.Add(new ConfiguredClient { Id = "a", RedirectUris = { "http://127.0.0.1/" } });

        string[] keys =
        [
            "PublicUrl",
            "ResourcePath",
            "Scopes",
            "Clients:0:Id",
            "Clients:0:RedirectUris",
            "Clients:1:RedirectUris",
            "Clients: the Id 'a'",
            "AllowedOrigins",
            "ClientMetadataDocuments must be auto, on or off.",
            "AllowedClientDomains: '*.example.com'",
            "DeniedClientDomains: 'localhost'",
            "AccessTokenLifetime",
            "RefreshTokenLifetime",
            "RefreshGraceWindow",
            "MaximumOpenSignIns",
            "MaximumConcurrentStarts",
            "MasterKey",
        ];
        Assert.Equal(keys.Length, Problems(options).Count);
        Assert.All(
            keys.Zip(Problems(options)),
            pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_scope_that_is_there_twice_is_a_problem()
    {
        var options = new GatehouseOptions { PublicUrl = "https://mcp.example.com" };
        options.Scopes.Add(new SupportedScope(Scope.Of("a"), "A", "Read"));
        options.Scopes.Add(new SupportedScope(Scope.Of("a"), "A", "Read again"));

        Assert.StartsWith("Scopes: a ", Assert.Single(Problems(options)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00:00:59", "90.00:00:00", "AccessTokenLifetime: 00:00:59 must be from 00:01:00 to 1.00:00:00")]
    [InlineData("-01:00:00", "90.00:00:00", "AccessTokenLifetime: -01:00:00 must be from")]
    [InlineData("1.00:00:01", "90.00:00:00", "AccessTokenLifetime: 1.00:00:01 must be from")]
    [InlineData("60", "90.00:00:00", "AccessTokenLifetime: 60.00:00:00 must be from")]
    [InlineData(
        "01:00:00",
        "00:59:59",
        "RefreshTokenLifetime: 00:59:59 must be from AccessTokenLifetime, 01:00:00, to 3650.00:00:00"
    )]
    [InlineData("01:00:00", "00:00:00", "RefreshTokenLifetime: 00:00:00 must be from")]
    [InlineData("01:00:00", "3650.00:00:01", "RefreshTokenLifetime: 3650.00:00:01 must be from")]
    public void A_lifetime_nobody_means_is_refused(string accessToken, string refreshToken, string problem)
    {
        var options = Lifetimes(accessToken, refreshToken);

        Assert.StartsWith(problem, Assert.Single(Problems(options)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00:01:00", "00:01:00")]
    [InlineData("1.00:00:00", "3650.00:00:00")]
    public void Lifetimes_within_the_bounds_are_taken(string accessToken, string refreshToken) =>
        Assert.Empty(Problems(Lifetimes(accessToken, refreshToken)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mcp.example.com")]
    [InlineData("https://mcp.example.com/base")]
    [InlineData("https://mcp.example.com?x")]
    [InlineData("https://user@mcp.example.com")]
    [InlineData("http://10.0.0.1")]
    [InlineData("http://127.0.0.1.evil.example")]
    [InlineData("ftp://127.0.0.1")]
    public void A_public_url_that_is_no_safe_origin_is_refused(string? url)
    {
        var options = new GatehouseOptions { PublicUrl = url };
        options.Scopes.Add(new SupportedScope(Scope.Of("a"), "A", "Read"));

        Assert.StartsWith("PublicUrl", Assert.Single(Problems(options)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_configuration_stops_the_start()
    {
        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            Site.StartAsync(
                new SiteOptions
                {
                    Gatehouse = options =>
                    {
                        options.AccessTokenLifetime = TimeSpan.Zero;
                        options.MasterKey = "x";
                    },
                }
            )
        );

        Assert.Equal(2, problem.Failures.Count());
    }

    [Fact]
    public void Mapping_without_adding_says_which_line_is_missing()
    {
        var app = WebApplication.CreateSlimBuilder().Build();

        var problem = Assert.Throws<InvalidOperationException>(() => app.MapGatehouse());

        Assert.Contains("AddGatehouse", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_master_key_file_is_made_for_its_owner_only_and_read_again()
    {
        var folder = Directory.CreateTempSubdirectory("gatehouse-key-");
        var file = Path.Combine(folder.FullName, "new", "master.key");
        try
        {
            var box = Key(file).Seal([1, 2, 3], "context");

            Assert.Equal([1, 2, 3], Key(file).Open(box, "context")!);
            Assert.Null(Key(file).Open(box, "another"));
            Assert.Equal(32, new FileInfo(file).Length);
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_damaged_master_key_file_is_not_replaced()
    {
        var folder = Directory.CreateTempSubdirectory("gatehouse-key-");
        var file = Path.Combine(folder.FullName, "master.key");
        try
        {
            File.WriteAllBytes(file, [1, 2, 3]);

            var problem = Assert.Throws<InvalidOperationException>(() => Key(file));

            Assert.Contains(file, problem.Message, StringComparison.Ordinal);
            Assert.Equal([1, 2, 3], File.ReadAllBytes(file));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static MasterKey Key(string file) =>
        new(Microsoft.Extensions.Options.Options.Create(new GatehouseOptions { MasterKeyFile = file }));

    private static GatehouseOptions Lifetimes(string accessToken, string refreshToken) =>
        new()
        {
            PublicUrl = "https://mcp.example.com",
            Scopes = { new SupportedScope(Scope.Of("a"), "A", "Read") },
            AccessTokenLifetime = TimeSpan.Parse(accessToken, CultureInfo.InvariantCulture),
            RefreshTokenLifetime = TimeSpan.Parse(refreshToken, CultureInfo.InvariantCulture),
        };

    private static List<string> Problems(GatehouseOptions options) =>
        [.. new GatehouseOptionsRules().Validate(null, options).Failures ?? []];
}
