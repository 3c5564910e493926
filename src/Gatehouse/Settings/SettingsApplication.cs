using Gatehouse.AspNetCore.Registration;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Tools.Hosting;

namespace Gatehouse.Settings;

/// <summary>Hands the settings to the options of the rooms.</summary>
internal static class SettingsApplication
{
    public static void Apply(this ServerSettings settings, GatehouseOptions options)
    {
        options.PublicUrl = settings.PublicUrl;
        options.Name = settings.Name;
        options.MasterKey = settings.MasterKey;
        options.MasterKeyFile = Path.Combine(settings.Data, "master.key");
        options.DynamicRegistration = settings.DynamicRegistration;
        options.DeviceAuthorization = settings.DeviceAuthorization;
        options.MaximumOpenSignIns = settings.MaximumOpenSignIns;
        options.MaximumConcurrentStarts = settings.MaximumConcurrentStarts;
        options.PasswordSignIn = settings.AppPasswords;
        // Who signs in elsewhere links their account of the cloud once.
        options.LinkedSignIn = settings.IdentityProviders.Count > 0 ? NextcloudHostingExtensions.SignInName : null;
        options.LinkedAccountMustMatch = settings.LinkedAccountMustMatch;
        options.ClientMetadataDocuments = settings.ClientMetadataDocuments.ToLowerInvariant() switch
        {
            "auto" => ClientMetadataDocumentMode.Auto,
            "on" => ClientMetadataDocumentMode.On,
            "off" => ClientMetadataDocumentMode.Off,
            _ => (ClientMetadataDocumentMode)(-1),
        };
        Add(options.AllowedClientDomains, settings.AllowedClientDomains);
        Add(options.DeniedClientDomains, settings.DeniedClientDomains);
        options.AccessTokenLifetime = settings.AccessTokenLifetime;
        options.RefreshTokenLifetime = settings.RefreshTokenLifetime;
        var tools = new NextcloudToolsOptions();
        settings.Apply(tools);
        // What is wrong with them is said by itself; that nothing is left to grant would only be said besides.
        Add(
            options.Scopes,
            NextcloudToolsBuilderExtensions.Problems(tools).Count == 0
                ? NextcloudHostingExtensions.ScopesFor(tools)
                : NextcloudHostingExtensions.Scopes
        );
        Add(options.PasswordScopes, settings.AppPasswordScopes);
        Add(options.WebHosts, settings.WebHosts);
        Add(options.PrivateSchemes, settings.PrivateSchemes);
        Add(options.AllowedOrigins, settings.AllowedOrigins);
        Add(options.StepUpClients, settings.StepUpClients);
        Add(options.Clients, settings.Clients.Select(Client));
    }

    public static void Apply(this ServerSettings settings, NextcloudOptions options)
    {
        options.Cloud = settings.Cloud;
        options.CloudInternalUrl = settings.CloudInternalUrl;
        options.CloudCa = settings.CloudCa;
    }

    public static void Apply(this ServerSettings settings, NextcloudToolsOptions options)
    {
        var apps = NamesIn(settings.Apps);
        Add(
            options.Apps,
            apps.Count == 0 && !settings.FileRules().IsEmpty ? NextcloudToolsOptions.AppsUnderFileRules : apps
        );
        options.ReadOnly = settings.ReadOnly;
        options.CallsPerMinute = settings.CallsPerMinute;
    }

    /// <summary>Which files the tools may see.</summary>
    public static FileRules FileRules(this ServerSettings settings) =>
        new()
        {
            HiddenTags = [.. settings.HiddenTags],
            HiddenPaths = [.. settings.HiddenPaths],
            OnlyPaths = [.. settings.OnlyPaths],
        };

    /// <summary>Names separated by commas or spaces.</summary>
    public static IReadOnlyList<string> NamesIn(string? text) =>
        (text ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);

    private static ConfiguredClient Client(ClientSettings settings)
    {
        var client = new ConfiguredClient
        {
            Id = settings.Id,
            Name = settings.Name,
            Secret = settings.Secret,
        };
        Add(client.RedirectUris, settings.RedirectUris);
        return client;
    }

    private static void Add<T>(IList<T> list, IEnumerable<T> items)
    {
        foreach (var item in items)
        {
            list.Add(item);
        }
    }
}
