using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Completion;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Consent;
using Gatehouse.AspNetCore.Device;
using Gatehouse.AspNetCore.Discovery;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.AspNetCore.Memory;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.Passwords;
using Gatehouse.AspNetCore.People;
using Gatehouse.AspNetCore.PersonalTokens;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.AspNetCore.Registration.Documents;
using Gatehouse.AspNetCore.Sessions;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.AspNetCore.StepUp;
using Gatehouse.AspNetCore.Tokens;
using Gatehouse.AspNetCore.Tracing;
using Gatehouse.AspNetCore.Vault;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ModelContextProtocol.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Gatehouse to an application.</summary>
public static class GatehouseServiceCollectionExtensions
{
    /// <summary>
    /// Adds the authorization server and the protection of the resource. Add an <see cref="ISignIn"/>, and a storage package unless
    /// everything may be forgotten at a restart; map it with <c>MapGatehouse</c>.
    /// </summary>
    public static IServiceCollection AddGatehouse(this IServiceCollection services, Action<GatehouseOptions> configure)
    {
        services.AddGatehouseResource(configure);
        services.AddHostedService<KeyRingStart>();
        services.AddHostedService<DocumentProbe>();
        return services.AddKeys().AddSignIns().AddTokens().AddOwnAccessTokens().AddEndpoints();
    }

    /// <summary>
    /// Adds the protection of the resource alone: somebody else gives the access tokens. Add an <see cref="IAccessTokens"/> that knows them;
    /// <c>MapGatehouse</c> then maps nothing but the document that says where they are given.
    /// </summary>
    public static IServiceCollection AddGatehouseResource(
        this IServiceCollection services,
        Action<GatehouseOptions> configure
    )
    {
        services.AddOptions<GatehouseOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<GatehouseOptions>, GatehouseOptionsRules>()
        );
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Deployment>();
        services.AddHostedService<Housekeeper>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, ProtectionStartupFilter>());
        services.TryAddMemoryStorage();
        services.TryAddSingleton<ProtectedResourceEndpoint>();
        return services.AddProtection();
    }

    /// <summary>Everything that is wrong with the options, each problem with its key; empty when they are right.</summary>
    public static IReadOnlyList<string> Problems(GatehouseOptions options) =>
        [.. new GatehouseOptionsRules().Validate(name: null, options).Failures ?? []];

    private static IServiceCollection AddKeys(this IServiceCollection services)
    {
        services.TryAddSingleton<MasterKey>();
        services.TryAddSingleton<KeyRing>();
        services.TryAddSingleton<SigningKeys>();
        services.TryAddSingleton<Sealer>();
        return services;
    }

    private static IServiceCollection AddSignIns(this IServiceCollection services)
    {
        services.TryAddSingleton<OutboundNetwork>();
        services.TryAddSingleton<OutboundClient>();
        services.TryAddSingleton<ClientDocuments>();
        services.TryAddSingleton<ClientKeySets>();
        services.TryAddSingleton<ClientDirectory>();
        services.TryAddSingleton<TraceRing>();
        services.TryAddSingleton<Transactions>();
        services.TryAddSingleton<BrowserCookie>();
        services.TryAddSingleton<OwnPageRule>();
        services.TryAddSingleton<SealedFields>();
        services.TryAddSingleton<ConsentPages>();
        services.TryAddSingleton<ConsentMemory>();
        services.TryAddSingleton<SignInTransactions>();
        services.TryAddSingleton<SignIns>();
        services.TryAddSingleton(provider => new AccountLinks(
            provider.GetRequiredService<IVaultStore>(),
            provider.GetRequiredService<CredentialVault>(),
            provider.GetRequiredService<SignIns>(),
            provider.GetRequiredService<Deployment>(),
            provider.GetRequiredService<RevocationList>(),
            provider.GetRequiredService<TraceRing>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.TryAddSingleton<SignInCompletion>();
        services.TryAddSingleton<SignInRunner>();
        services.TryAddSingleton<Completer>();
        services.TryAddSingleton<AnsweredCookie>();
        services.TryAddSingleton<ClientOutcome>();
        services.TryAddSingleton<DeviceRequests>();
        services.TryAddSingleton<DeviceForm>();
        services.TryAddSingleton<DeviceDecision>();
        services.TryAddSingleton<DeviceOutcome>();
        services.TryAddSingleton<GuessLimit>();
        services.TryAddSingleton<PageOutcome>();
        services.TryAddSingleton<TokenOutcome>();
        services.TryAddSingleton<Outcomes>();
        services.TryAddSingleton<PersonCookie>();
        services.TryAddSingleton<PersonSessions>();
        services.TryAddSingleton<FormSeal>();
        services.TryAddSingleton<PersonForms>();
        services.TryAddSingleton<ConnectionCards>();
        services.TryAddSingleton<ConnectionsPages>();
        services.TryAddSingleton(provider => new CredentialVault(
            provider.GetRequiredService<IVaultStore>(),
            provider.GetRequiredService<Sealer>(),
            provider.GetRequiredService<SignIns>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<CredentialVault>>()
        ));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHousekeeping, DeletionWorker>());
        return services;
    }

    private static IServiceCollection AddTokens(this IServiceCollection services)
    {
        services.TryAddSingleton<UsedAssertions>();
        services.AddSingleton<IHousekeeping>(provider => provider.GetRequiredService<UsedAssertions>());
        services.TryAddSingleton<AssertionAuthenticator>();
        services.TryAddSingleton<ClientAuthenticator>();
        services.TryAddSingleton<TokenIssuer>();
        services.TryAddSingleton<FamilyRevoker>();
        services.TryAddSingleton<CodeRedemption>();
        services.TryAddSingleton<CodeGrant>();
        services.TryAddSingleton<PollPace>();
        services.TryAddSingleton<DeviceGrant>();
        services.TryAddSingleton<RefreshGrant>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHousekeeping, TokenPurge>());
        return services;
    }

    private static IServiceCollection AddOwnAccessTokens(this IServiceCollection services)
    {
        services.TryAddSingleton<RevocationList>();
        services.AddSingleton<IHousekeeping>(provider => provider.GetRequiredService<RevocationList>());
        services.TryAddSingleton<LastUse>();
        services.AddSingleton<IHousekeeping>(provider => provider.GetRequiredService<LastUse>());
        services.TryAddSingleton<TokenVerifier>();
        services.TryAddSingleton<IAccessTokens, OwnAccessTokens>();
        services.TryAddSingleton<PasswordVerifier>();
        services.TryAddSingleton(provider => new ConnectionRegistry(
            provider.GetRequiredService<IConnectionStore>(),
            provider.GetRequiredService<RevocationList>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        return services;
    }

    private static IServiceCollection AddProtection(this IServiceCollection services)
    {
        services.TryAddSingleton<HostRule>();
        services.AddCors();
        services.TryAddSingleton<OriginRule>();
        services.TryAddSingleton<CorsRule>();
        services.TryAddSingleton<SessionBindings>();
        services.TryAddSingleton<StreamLimit>();
        services.TryAddSingleton<StepUpClients>();
        services.TryAddSingleton(provider => new StepUpRule(
            provider.GetRequiredService<Deployment>(),
            provider.GetRequiredService<StepUpClients>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<RequiredScope>()
        ));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, UnprotectedMcpPolicy>());
        services.TryAddSingleton<ISessionMigrationHandler, SessionMigration>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHousekeeping, SessionPurge>());
        return services;
    }

    private static IServiceCollection AddEndpoints(this IServiceCollection services)
    {
        services.TryAddSingleton<AuthorizationServerEndpoint>();
        services.TryAddSingleton<JwksEndpoint>();
        services.TryAddSingleton<RegistrationEndpoint>();
        services.TryAddSingleton<DeviceAuthorizationEndpoint>();
        services.TryAddSingleton<DeviceEndpoint>();
        services.TryAddSingleton<DeviceActionEndpoint>();
        services.TryAddSingleton<AuthorizationEndpoint>();
        services.TryAddSingleton<ConsentEndpoint>();
        services.TryAddSingleton<SignInEndpoint>();
        services.TryAddSingleton<SignInStateEndpoint>();
        services.TryAddSingleton<SignInActionEndpoint>();
        services.TryAddSingleton<CallbackEndpoint>();
        services.TryAddSingleton<ConnectionsEndpoint>();
        services.TryAddSingleton<UnlinkEndpoint>();
        services.TryAddSingleton<PageSignInEndpoint>();
        services.TryAddSingleton<SignOutEndpoint>();
        services.TryAddSingleton<ConnectionActionEndpoint>();
        services.TryAddSingleton<TokenCreationEndpoint>();
        services.TryAddSingleton<TokenEndpoint>();
        services.TryAddSingleton<RevocationEndpoint>();
        return services;
    }
}
